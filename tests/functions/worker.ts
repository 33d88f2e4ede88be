// What the tests drive: the functions as a plain Worker.

export { default, dispatch } from '../../functions/lib/worker';
