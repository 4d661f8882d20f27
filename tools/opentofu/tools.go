//go:build tools

// Package tools pins the version of opentofu that the sandbox builds.
package tools

import _ "github.com/opentofu/opentofu/cmd/tofu"
