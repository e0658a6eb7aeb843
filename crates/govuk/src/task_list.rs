//! The tasks of a form or service, each with its status.

use super::{
    Attributes, Content,
    attributes::{classes, non_empty, when},
    tag::{Tag, tag},
};
use leptos::prelude::*;

pub struct TaskList {
    pub items: Vec<Task>,
    /// The prefix of all ids: "task-list".
    pub id_prefix: String,
    pub classes: String,
    pub attributes: Attributes,
}

impl Default for TaskList {
    fn default() -> Self {
        Self { items: Vec::new(), id_prefix: "task-list".into(), classes: String::new(), attributes: Attributes::default() }
    }
}

#[derive(Default)]
pub struct Task {
    /// The name of the task.
    pub title: Content,
    /// More classes for the title.
    pub title_classes: String,
    pub hint: Content,
    /// How far the task is.
    pub status: TaskStatus,
    /// The page of the task; plain text if empty, for a task that can't be started yet.
    pub href: String,
    pub classes: String,
}

/// How far a task is: text, or a tag.
#[derive(Default)]
pub struct TaskStatus {
    pub content: Content,
    /// A tag instead of text, for a task that needs attention.
    pub tag: Option<Tag>,
    /// `govuk-task-list__status--cannot-start-yet`.
    pub classes: String,
}

impl<T: Into<Content>> From<T> for TaskStatus {
    fn from(content: T) -> Self {
        Self { content: content.into(), ..Self::default() }
    }
}

impl From<Tag> for TaskStatus {
    fn from(tag: Tag) -> Self {
        Self { tag: Some(tag), ..Self::default() }
    }
}

pub fn task_list(list: TaskList) -> AnyView {
    let class = classes("govuk-task-list", &[&list.classes]);
    let items = list.items.into_iter().enumerate();
    let items = items.map(|(index, item)| task(item, &format!("{}-{}", list.id_prefix, index + 1))).collect_view();
    view! { <ul {..list.attributes.spread()} class=class>{items}</ul> }.into_any()
}

fn task(task: Task, id: &str) -> AnyView {
    let status_id = format!("{id}-status");
    let hint_id = format!("{id}-hint");
    let is_link = !task.href.is_empty();
    let class = classes("govuk-task-list__item", &[when(is_link, "govuk-task-list__item--with-link"), &task.classes]);
    let described = if task.hint.is_some() { format!("{hint_id} {status_id}") } else { status_id.clone() };
    let title = if is_link {
        let class = classes("govuk-link govuk-task-list__link", &[&task.title_classes]);
        view! { <a class=class href=task.href aria-describedby=described>{task.title}</a> }.into_any()
    } else {
        // Through `Attributes`, because `class=""` would be written otherwise.
        let class = Attributes::new().with_some("class", non_empty(task.title_classes));
        view! { <div {..class.spread()}>{task.title}</div> }.into_any()
    };
    let hint = task.hint.some().map(|content| view! { <div id=hint_id class="govuk-task-list__hint">{content}</div> });
    let status = match task.status.tag {
        Some(label) => tag(label).into(),
        None => task.status.content,
    };
    view! {
        <li class=class>
            <div class="govuk-task-list__name-and-hint">{title} {hint}</div>
            <div class=classes("govuk-task-list__status", &[&task.status.classes]) id=status_id>{status}</div>
        </li>
    }
    .into_any()
}
