// Writes the workbook of a bench in a process of its own: whoever starts a process hands its own
// peak of memory on to it, so that the bench itself has to stay small.
import process from 'node:process';
import { writeBook } from './households-workbook.ts';
import { tell } from './own-process.ts';

const [, , path = '', ...numbers] = process.argv;
const [households = 0, communes = 0, villagesEach = 0] = numbers.map(Number);
tell(await writeBook(path, { households, communes, villagesEach }));
