// Whether any account was ever succeeded by another.
// mode: read
// params:
// rows: found
MATCH ()-[s:SUCCEEDED_BY]->()
RETURN count(s) > 0 AS found  // read from the count store, whatever else there is
