/**
 * One page for each module: TypeDoc's default theme makes one for each function.
 */
import {
  type DeclarationReflection,
  DefaultTheme,
  DefaultThemeRenderContext,
  JSX,
  type PageEvent,
  type PageKind,
  type ProjectReflection,
  type Reflection,
  ReflectionKind,
  type RouterTarget,
  StructureRouter
} from "typedoc"

/** Functions and constants stand on the page of their module. Classes, interfaces and types have pages of their own. */
export class ModuleRouter extends StructureRouter {
  override getPageKind(target: RouterTarget): PageKind | undefined {
    const isPart = "kindOf" in target && target.kindOf(ReflectionKind.Function | ReflectionKind.Variable)
    return isPart ? undefined : super.getPageKind(target)
  }
}

class ModuleContext extends DefaultThemeRenderContext {
  override moduleReflection = (module: DeclarationReflection | ProjectReflection): JSX.Element =>
    JSX.createElement(
      JSX.Fragment,
      null,
      module.hasComment() && JSX.createElement(
        "section",
        { class: "tsd-panel tsd-comment" },
        this.commentSummary(module),
        this.commentTags(module)
      ),
      (module.categories ?? []).map(({ children, title }) => {
        this.page.startNewSection(title)
        const linked = children.filter((child) => this.router.hasOwnDocument(child) || child.isReference())
        return JSX.createElement(
          "section",
          { class: "tsd-panel-group tsd-member-group" },
          JSX.createElement("h2", { id: this.slugger.slug(title) }, title),
          linked.length > 0 && JSX.createElement(
            "dl",
            { class: "tsd-member-summaries" },
            linked.map((child) => this.moduleMemberSummary(child))
          ),
          children.filter((child) => !linked.includes(child)).map((child) => this.member(child))
        )
      })
    )
}

export class ModuleTheme extends DefaultTheme {
  override getRenderContext(page: PageEvent<Reflection>): ModuleContext {
    return new ModuleContext(this.router, this, page, this.application.options)
  }
}
