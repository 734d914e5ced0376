# Announcements.

announcement-nobody = Nobody of this audience has joined the bot yet. Choose another one.
announcement-cancelled = This announcement was cancelled. If it is needed after all, make a new one.
announcement-on-its-way = The announcement is being sent already and cannot be cancelled.
