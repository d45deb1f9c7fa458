"""The figures on which pain is marked."""
