variable "config" {
  description = "All that the hub needs outside its cluster, computed from jupyterhub.yaml."
  type = object({
    name     = string
    project  = string
    services = set(string)
  })

  validation {
    condition     = can(regex("^[a-z]([-a-z0-9]{0,23}[a-z0-9])?$", var.config.name))
    error_message = "The name has at most 25 lower-case letters, digits and hyphens, and starts with a letter."
  }
}

variable "universe_domain" {
  description = "Domain of the Google universe; null is googleapis.com. Sandboxes set one that cannot exist, so that a call past them fails."
  type        = string
  default     = null
}

variable "poll_interval" {
  description = "How often long-running operations are asked for their state, such as 1s; null is the provider's choice."
  type        = string
  default     = null
}
