/** Where the project is kept in public, and where reports and objections go. */
export const PROJECT = 'https://github.com/lived-and-cited/lived-and-cited';
