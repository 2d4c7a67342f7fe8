/** The thread that takes apart what strangers wrote. */
import { serve } from '../../threads/serve.js';
import { parse } from './parse.js';

serve(() => parse);
