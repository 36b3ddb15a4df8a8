// `npm start`: the command line's `start`, through the same bootstrap as every other command.
process.argv.splice(2, 0, 'start');
await import('./redress.mjs');
