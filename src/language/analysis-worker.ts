/** A thread that analyses reports for `analyseMany`. */
import { serve } from '../threads/serve.js';
import { loadAnalysis } from './analyse.js';

serve(loadAnalysis);
