"""Acronyms in a narrative, and where it says what they stand for."""
