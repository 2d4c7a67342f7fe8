/** A thread that reads reports for `rapporteur read`. */
import { loadReader } from './pipeline.js';
import { serve } from './threads/serve.js';

serve(loadReader);
