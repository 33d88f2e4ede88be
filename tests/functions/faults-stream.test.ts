import { runMatrix } from './matrix';

runMatrix('stream');
