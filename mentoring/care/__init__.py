"""A call for help, silence asked about gently, words between meetings."""
