"""Reports, a module each: `terminal` makes renderables, the others lines of text. None of them prints.

A module for programs has `written(outcomes, rules)`, which yields the lines of its format; its name is the format's on the command line.
"""
