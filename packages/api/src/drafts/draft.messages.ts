/** What refusals about drafts and the steps sent for them say. */
export const draftMessages = {
  en: {
    oneStep: 'A step is exactly one thing.',
    refTaken: 'An earlier step already uses this ref.',
    refUnknown: 'No earlier step opens a unit with this ref.',
    designatedIsMerged: 'The designated predecessor must be one of the units that are merged.',
    noDraft: 'This is not a draft any more.',
    draftChangesNothing: 'This draft changes nothing.',
    draftOvertaken: 'Since this draft was last revised, the restructuring of {title} has changed {units}.',
    differenceChanged: 'The town has changed meanwhile; look at the difference again before you apply it.',
    otherDraft: 'Another draft changes {units} as well: {title}.',
    otherDraftMany: 'Another draft changes {units} and others as well, {count} units in all: {title}.',
    tooManyDrafts: 'A town may have {most} open drafts; apply or drop some first.',
  },
  zh: {
    oneStep: '每个步骤只能是一项操作。',
    refTaken: '前面的步骤已使用此代号。',
    refUnknown: '前面没有步骤以此代号设立单位。',
    designatedIsMerged: '指定的前身必须是被合并的单位之一。',
    noDraft: '这已不是草案。',
    draftChangesNothing: '此草案没有任何改变。',
    draftOvertaken: '此草案上次修改之后，{title}的调整已改变{units}。',
    differenceChanged: '其间本镇已有变化，请重新查看差异后再执行。',
    otherDraft: '另一份草案（{title}）也涉及{units}。',
    otherDraftMany: '另一份草案（{title}）也涉及{units}等 {count} 个单位。',
    tooManyDrafts: '一个镇最多保留 {most} 份未执行的草案，请先执行或放弃一些。',
  },
};
