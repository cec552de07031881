/** A paper's page: only its formulas need a script. */
import { typeset } from "./math.js";

typeset(document);
