"""The personal programme of a pair: goals, activities with terms, what came of them."""
