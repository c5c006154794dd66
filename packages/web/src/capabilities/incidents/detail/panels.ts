/** What stands open under the actions of an incident: one at a time. */
export type Panel = 'regrade' | 'correct' | 'people' | 'calls' | 'links' | 'files' | 'clocks' | 'history';
