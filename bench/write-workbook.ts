// Writes the workbook of a bench, in a process of its own for it holds all of it in memory.
import process from 'node:process';
import { writeBook } from './households-workbook.ts';
import { tell } from './own-process.ts';

const [, , path = '', ...numbers] = process.argv;
const [households = 0, communes = 0, villagesEach = 0] = numbers.map(Number);
tell(await writeBook(path, { households, communes, villagesEach }));
