"""Surveys: curators put them to people and watch, participants answer."""
