"""Rules on phrasing: a better established wording exists, a usual topic is missing."""
