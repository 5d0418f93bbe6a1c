"""The tests, ring by ring as in shopkeeper/; people.py is the street that all of them use."""
