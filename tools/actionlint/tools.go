//go:build tools

// Package tools pins the version of actionlint that the sandbox builds.
package tools

import _ "github.com/rhysd/actionlint/cmd/actionlint"
