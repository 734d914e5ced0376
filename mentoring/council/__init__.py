"""The methodical council: it advises in a pair's difficulty, and judges what a pair has come to."""
