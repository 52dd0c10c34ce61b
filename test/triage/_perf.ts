import { rulesOnDisk, analyserOnDisk } from './rules-on-disk.ts';
import { createTriage, emptyMemory } from '../../src/triage/index.ts';
import { readFileSync } from 'node:fs'; import { parse } from 'yaml';
const r=rulesOnDisk(), a=analyserOnDisk(); let t0=performance.now(); const t=createTriage(r,a); console.log('create',performance.now()-t0);
t0=performance.now(); createTriage(r,a); console.log('create again',performance.now()-t0);
const texts=['danger','benign','symptoms','treatment'].flatMap(f=>parse(readFileSync(`knowledge/golden/${f}.yaml`,'utf8')).map((e:any)=>e.text));
for(let k=0;k<3;k++){ t0=performance.now(); for(const x of texts) t.assess(x,emptyMemory(),0); console.log('per message ms',(performance.now()-t0)/texts.length); t0=performance.now(); for(const x of texts) a.analyse(x); console.log('  of which analyse',(performance.now()-t0)/texts.length);}
for(const n of [500,1000,2500,5000]){ const x=texts.join('').slice(0,n); t0=performance.now(); t.assess(x,emptyMemory(),0); console.log(n,'chars',performance.now()-t0); const y='あ'.repeat(n); t0=performance.now(); t.assess(y,emptyMemory(),0); console.log(n,'あ',performance.now()-t0); const z='痛'.repeat(n); t0=performance.now(); t.assess(z,emptyMemory(),0); console.log(n,'痛',performance.now()-t0); const w='血が止まらない'.repeat(n/7|0); t0=performance.now(); t.assess(w,emptyMemory(),0); console.log(n,'血',performance.now()-t0);}
