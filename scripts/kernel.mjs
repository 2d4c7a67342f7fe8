// Compiles the kernel: `npm run build:kernel`, or `node scripts/kernel.mjs OUT`.
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { main } from 'assemblyscript/asc';

const folder = join(dirname(dirname(fileURLToPath(import.meta.url))), 'src', 'language', 'kernel');
const out = process.argv[2] ?? join(folder, 'kernel.wasm');
const { error, stderr } = await main([
  join(folder, 'kernel.as.ts'),
  '--outFile',
  out,
  '--optimizeLevel',
  '3',
  '--noAssert',
  '--runtime',
  'stub',
  '--enable',
  'simd',
  '--importMemory',
]);
if (error !== null) {
  console.error(`The kernel could not be compiled: ${error.message}\n${stderr}`);
  process.exitCode = 1;
}
