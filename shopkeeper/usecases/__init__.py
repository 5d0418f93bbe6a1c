"""What a shopkeeper does, one verb a module: functions that are handed a Shop and return values."""
