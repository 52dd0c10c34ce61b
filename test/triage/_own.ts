import { readFileSync } from 'node:fs';
import { triageOnDisk } from './rules-on-disk.ts';
import { emptyMemory } from '../../src/triage/index.ts';
const { triage } = triageOnDisk();
const id=(a:any)=>a.verdict.rule?.id??a.verdict.rules?.map((r:any)=>r.id).join('+')??'';
let m=0,n=0; for(const l of readFileSync('/tmp/tri/own-danger.txt','utf8').trim().split('\n')){ const [r='',t='']=l.split('|'); n++; const a=triage.assess(t,emptyMemory(),0); if(a.verdict.kind!==r){m++; console.log('MISS',r,t,'→',a.verdict.kind,id(a),'|',a.considered.slice(0,5).map(c=>c.rule+':'+c.matched.join('/')+':'+c.blockedBy).join(' ; '));} else if(process.argv[2]) console.log('ok',id(a),t);}
console.log('missed',m,'/',n);
let f=0; n=0; for(const t of readFileSync('/tmp/tri/own-benign.txt','utf8').trim().split('\n')){ n++; const a=triage.assess(t,emptyMemory(),0); if(['emergency','crisis'].includes(a.verdict.kind)){f++; console.log('FALSE',t,'→',id(a),(a.verdict as any).matched.join('/'));} else if(a.verdict.kind!=='none') console.log('  ',a.verdict.kind,id(a),t);}
console.log('false',f,'/',n);
