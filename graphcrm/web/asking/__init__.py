"""From what was sent to what is asked: parameters, cursors, and the questions and lists that they mean."""
