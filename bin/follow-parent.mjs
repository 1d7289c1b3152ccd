// Loaded into the application before anything else: when the process that started it dies
// without a word (kill -9), the application stops in order instead of living on unseen.
import process from 'node:process';

process.once('disconnect', () => process.kill(process.pid, 'SIGTERM'));
process.channel?.unref();
