// What the states need of the question: a control for a deed, however the site words and draws it.
export { findControl } from '../question/find-question.ts';
