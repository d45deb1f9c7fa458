"""Notices, questions and references."""
