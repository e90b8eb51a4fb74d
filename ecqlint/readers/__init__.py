"""Readers make a Document of a file."""
