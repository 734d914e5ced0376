# Words common to all screens.

button-back = Back
button-previous = Previous
button-next = Next
button-cancel = Cancel
button-home = Main menu
button-done = Done
button-skip = Skip
calendar-no-day = This cell has no day to choose. Press a number or type a date.
calendar-unread = That date could not be understood. Write it like this: 20.09 or 20 September.

refused = This is not available: there is no such record, or it does not belong to your organisation.
screen-same = The screen already shows what you chose.
screen-refreshed = The screen is refreshed: this is how things stand now.
input-not-understood = I could not understand that. Press a button below the message, or type its name or number.
input-empty = An empty answer will not do. Type the text as a message.
input-too-long = Too long: { $length } characters, and { $limit } fit. Please write less.
failure = It did not work: the fault is ours (code { $code }). Nothing is lost, please try again. If it happens again, tell your curator the code.
failure-report = Failure { $code }: { $kind }. Details are in the bot's log.
help = Everything is in the main menu: press the buttons or type their names. The command /menu leads back to it from anywhere; what you entered is kept.
command-unknown = You have no such command. There are /menu, the main menu, and /help, how to use this; your other commands are beside the input field.
command-menu = Main menu
command-help = How to use the bot
