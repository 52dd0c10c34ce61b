import { readFileSync } from 'node:fs';
import { parse } from 'yaml';
import { triageOnDisk } from '/work/main/test/triage/rules-on-disk.ts';
import { emptyMemory } from '/work/main/src/triage/index.ts';
const { triage } = triageOnDisk();
const par=process.argv[2]; // odd|even|all
const pick=(a:any[])=>a.filter((_,i)=>par==='all'||(par==='odd')===(i%2===0));
const load=(f:string)=>pick(parse(readFileSync(`/work/main/knowledge/golden/${f}.yaml`,'utf8')));
const kind=(a:any)=>a.verdict.kind==='wish'?a.verdict.route:a.verdict.kind;
const id=(a:any)=>a.verdict.rule?.id??a.verdict.rules?.map((r:any)=>r.id).join('+')??'';
let miss=0,n=0,lvl=0; const quiet=process.argv[3]==='quiet';
const log=(...x:any[])=>{ if(!quiet) console.log(...x)};
for(const e of load('danger')){ n++; const a=triage.assess(e.text,emptyMemory(),0); const k=kind(a); if(k!==e.route){ miss++; log('MISS danger',e.route,e.level??'','|',e.text,'|',k,id(a),'|',a.considered.slice(0,4).map((c:any)=>c.rule+':'+c.matched.join('/')+':'+c.blockedBy).join(' ; '));} else if(e.level&&(a.verdict as any).level!==e.level){ lvl++; log('LEVEL',e.level,'|',e.text,'|',id(a)); } }
console.log(`danger missed ${miss}/${n}; other level ${lvl}`);
let fa=0,am=0,w=0; n=0;
for(const e of load('benign')){ n++; const a=triage.assess(e.text,emptyMemory(),0); const k=kind(a); if(k==='emergency'||k==='crisis'){ fa++; log('FALSE benign',e.text,'|',k,id(a),'|',(a.verdict as any).matched.join('/'));} else if(k==='amber'){am++; log('amber benign',e.text,id(a));} else if(k!=='none'){w++; log('wish benign',e.text,k,id(a));} }
console.log(`benign alarms ${fa}/${n}, amber ${am}, wish ${w}`);
const by:any={}; 
for(const e of load('routes')){ const a=triage.assess(e.text,emptyMemory(),0); let k=kind(a); const want=['emergency','crisis','support_line','second_opinion','centre','counselor','smalltalk'].includes(e.route)?e.route:'none'; if(k==='amber')k='none'; if(k==='leave')k='smalltalk'; by[e.route]??=[0,0]; by[e.route][1]++; if(k===want) by[e.route][0]++; else log('ROUTE',e.route,'|',e.text,'|',k,id(a),(a.verdict as any).matched?.join('/')??''); }
console.log(by);
let qa=0,qn=0,qam=0; const qw:any={};
for(const f of ['cancers','diagnosed','living','mind','money','symptoms','treatment','understanding']) for(const e of load(f)){ qn++; const a=triage.assess(e.text,emptyMemory(),0); const k=kind(a); if(k==='emergency'||k==='crisis'){qa++; log('FALSE q',f,e.topic,'|',e.text,'|',id(a),(a.verdict as any).matched.join('/'));} else if(k==='amber'){qam++; log('amber q',e.text,id(a));} else if(k!=='none'){ qw[k]=(qw[k]??0)+1; log('WISH q',e.topic,e.text,k,(a.verdict as any).matched.join('/')); } }
console.log(`questions alarms ${qa}/${qn}, amber ${qam}, wishes`,qw);
