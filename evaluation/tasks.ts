import type { Task } from './task.js';

/** Every task, one file each. */
export const TASKS: readonly Task[] = [];
