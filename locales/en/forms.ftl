# A school's forms: its own questions, its own forms, paper.

own-section = Questions of the school
own-question = A question may have { $limit } characters and has to be asked of at least one side.
own-options = There have to be two to { $most } different options of at most { $limit } characters. Type them, each on a line.
own-mandatory = This question is mandatory, it cannot be left out.
own-depended = That cannot be: other questions depend on this one, or there are more than { $most }.
own-nothing-added = There are no questions of your own here yet, nothing to share.
kinds-too-many = There can be { $most } forms of mentoring of your own.
kinds-models = There can be { $most } role models of at most { $limit } characters.
