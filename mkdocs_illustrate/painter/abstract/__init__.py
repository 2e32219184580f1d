"""The fourth manner: three to seven forms on a flat field, with an axis, a weight and a tension."""
