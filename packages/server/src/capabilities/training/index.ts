export { fillMart } from './practice/fill-mart.ts';
export { fillPracticeForce } from './practice/fill-practice-force.ts';
export { loadPracticeForce, practiceAccounts, practicePassword } from './practice/load-practice-force.ts';
export { PracticeError } from './practice/load-practice-incidents.ts';
