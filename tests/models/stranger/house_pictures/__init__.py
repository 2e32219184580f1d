"""A package of somebody else's, as the page "Add a vendor" describes it."""
