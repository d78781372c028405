// Lists: what is chosen stays chosen on every page of a list, cells are changed in place, arrows go along a row.
import './lists/choice'
import './lists/cells'
