/** What refusals to undo a restructuring say. */
export const restructuringMessages = {
  en: {
    notInForce: 'Only a restructuring that is in force can be undone.',
    undoesAnother: 'This undoes another restructuring. Draw up that one again instead.',
    restructuringDepends: 'The restructuring of {title} depends on it.',
    ruleDepends: 'Without it the tree would break a rule on {date}.',
    teamsDepend: '{count} teams depend on it.',
    householdsDepend: '{count} households depend on it.',
    postsDepend: '{count} posts depend on it.',
    accountsDepend: '{count} roles of accounts depend on it.',
  },
  zh: {
    notInForce: '只能撤回已生效的调整。',
    undoesAnother: '这是一次撤回。请重新起草被撤回的调整。',
    restructuringDepends: '{title}的调整依赖于它。',
    ruleDepends: '没有它，组织树在 {date} 将不符合规则。',
    teamsDepend: '{count} 个组团依赖于它。',
    householdsDepend: '{count} 户依赖于它。',
    postsDepend: '{count} 个职务依赖于它。',
    accountsDepend: '{count} 个账号角色依赖于它。',
  },
};
