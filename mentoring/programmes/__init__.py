"""Programmes and the forms of mentoring they follow."""
