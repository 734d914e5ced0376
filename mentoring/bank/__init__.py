"""The banks of mentees and mentors."""
