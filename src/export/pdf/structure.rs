//! The structure tree: what every piece of content is, in reading order.

use super::file::File;
use crate::export::block::Role;
use pdf_writer::types::{ListNumbering, StructRole, TableHeaderScope};
use pdf_writer::{Chunk, Finish, Name, Ref};

/// The tree in the making.
pub(super) struct Tree {
    nodes: Vec<Node>,
    /// The element behind each marked-content id, by page.
    marks: Vec<Vec<Ref>>,
    /// The element of each link annotation.
    annotations: Vec<Ref>,
    /// The roles of the headings that the next one may stand under.
    headings: Vec<Role>,
    root: Ref,
}

struct Node {
    id: Ref,
    parent: Option<usize>,
    role: StructRole,
    /// Of a list; without meaning for all else.
    numbering: ListNumbering,
    kids: Vec<Kid>,
}

enum Kid {
    Node(usize),
    Mark { page: usize, mark: i32 },
    Annotation { page: usize, annotation: Ref },
}

/// Roles that are headings, from the highest down.
const HEADINGS: [Role; 3] = [Role::Name, Role::Section, Role::Entry];

/// A node of the tree.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(super) struct NodeId(usize);

impl Tree {
    pub fn new(pages: usize, file: &mut File) -> Self {
        let root = file.reserve();
        let document = Node {
            id: file.reserve(),
            parent: None,
            role: StructRole::Document,
            numbering: ListNumbering::None,
            kids: Vec::new(),
        };
        Self {
            nodes: vec![document],
            marks: vec![Vec::new(); pages],
            annotations: Vec::new(),
            headings: Vec::new(),
            root,
        }
    }

    pub fn document(&self) -> NodeId {
        NodeId(0)
    }

    pub fn root(&self) -> Ref {
        self.root
    }

    pub fn add(&mut self, parent: NodeId, role: StructRole, file: &mut File) -> NodeId {
        let index = self.nodes.len();
        self.nodes.push(Node {
            id: file.reserve(),
            parent: Some(parent.0),
            role,
            numbering: ListNumbering::None,
            kids: Vec::new(),
        });
        self.nodes[parent.0].kids.push(Kid::Node(index));
        NodeId(index)
    }

    /// The tag of a block. Headings count from 1 and skip no level (PDF/UA,
    /// 7.4.2), whatever a CV has none of: a name, sections.
    pub fn tag(&mut self, role: Role) -> StructRole {
        let rank = |role| HEADINGS.iter().position(|&heading| heading == role);
        if let Some(new) = rank(role) {
            self.headings.retain(|&above| rank(above).is_some_and(|above| above < new));
            self.headings.push(role);
            return [StructRole::H1, StructRole::H2, StructRole::H3][self.headings.len() - 1];
        }
        match role {
            Role::Item => StructRole::LI,
            Role::Code => StructRole::Code,
            Role::TableHead => StructRole::TH,
            Role::TableRow | Role::Figures => StructRole::TD,
            _ => StructRole::P,
        }
    }

    /// A new list, whose kind shows in its first marker.
    pub fn add_list(&mut self, parent: NodeId, marker: &str, file: &mut File) -> NodeId {
        let list = self.add(parent, StructRole::L, file);
        let counted = marker.starts_with(|c: char| c.is_ascii_digit());
        self.nodes[list.0].numbering = if counted { ListNumbering::Decimal } else { ListNumbering::Disc };
        list
    }

    pub fn name(&self, node: NodeId) -> Name<'static> {
        self.nodes[node.0].role.to_name()
    }

    /// A new marked-content id on a page, whose content belongs to `node`.
    pub fn mark(&mut self, node: NodeId, page: usize) -> i32 {
        let mark = self.marks[page].len() as i32;
        self.marks[page].push(self.nodes[node.0].id);
        self.nodes[node.0].kids.push(Kid::Mark { page, mark });
        mark
    }

    /// Ties a link annotation to its element; returns its key in the parent tree.
    pub fn annotate(&mut self, node: NodeId, page: usize, annotation: Ref) -> i32 {
        self.annotations.push(self.nodes[node.0].id);
        self.nodes[node.0].kids.push(Kid::Annotation { page, annotation });
        (self.marks.len() + self.annotations.len() - 1) as i32
    }

    pub fn write(self, pages: &[Ref], file: &mut File) {
        for node in &self.nodes {
            let parent = node.parent.map_or(self.root, |parent| self.nodes[parent].id);
            file.object(node.id, |chunk| self.write_node(chunk, node, parent, pages));
        }
        let lists: Vec<Ref> = self
            .marks
            .iter()
            .map(|marks| {
                let id = file.reserve();
                file.object(id, |chunk| {
                    chunk.indirect(id).array().items(marks);
                });
                id
            })
            .collect();
        file.object(self.root, |chunk| {
            let mut root = chunk.indirect(self.root).start::<pdf_writer::writers::StructTreeRoot<'_>>();
            root.child(self.nodes[0].id);
            let count = self.marks.len() + self.annotations.len();
            let mut tree = root.parent_tree();
            let mut numbers = tree.nums();
            for (key, &value) in lists.iter().chain(&self.annotations).enumerate() {
                numbers.insert(key as i32, value);
            }
            numbers.finish();
            tree.finish();
            root.parent_tree_next_key(count as i32);
        });
    }

    fn write_node(&self, chunk: &mut Chunk, node: &Node, parent: Ref, pages: &[Ref]) {
        let mut element = chunk.struct_element(node.id);
        element.kind(node.role).parent(parent);
        if node.role == StructRole::L {
            element.attributes().push().list().list_numbering(node.numbering);
        }
        if node.role == StructRole::TH {
            element.attributes().push().table().scope(TableHeaderScope::Column);
        }
        // The page of the first mark stands for all; others name theirs.
        let home = node.kids.iter().find_map(|kid| match kid {
            Kid::Mark { page, .. } => Some(*page),
            _ => None,
        });
        if let Some(home) = home {
            element.page(pages[home]);
        }
        let mut kids = element.children();
        for kid in &node.kids {
            match *kid {
                Kid::Node(index) => {
                    kids.struct_element(self.nodes[index].id);
                }
                Kid::Mark { page, mark } if Some(page) == home => {
                    kids.marked_content_id(mark);
                }
                Kid::Mark { page, mark } => {
                    kids.marked_content_ref().page(pages[page]).marked_content_id(mark);
                }
                Kid::Annotation { page, annotation } => {
                    kids.object_ref().page(pages[page]).object(annotation);
                }
            }
        }
    }
}
