/**
 * How likely an event must be right to be shown where nobody asks for more or fewer. The reading keeps all events:
 * what is cut is only what the doors show.
 *
 * **Units** share, as `Event.confidence`.
 */
export const LISTED_FROM = 0.5;
